"""What is true at a date: the graph of statements, which claim holds, what it rests on and since when."""
