"""What the exports of the whole model hold to."""
