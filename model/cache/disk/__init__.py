"""The files of the cache: mapped and checked by their sums, replaced whole, stamped with the files and the code that they are of."""
