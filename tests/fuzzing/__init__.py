"""What strangers may send: inputs that are changed at random, and what each must give."""
