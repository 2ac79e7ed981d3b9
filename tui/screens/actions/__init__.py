"""The functions behind the keys of the explorer, each taking its screen."""
