"""What tiers promises, one sentence a test."""
