# The commands that there are, which `--help` has from the same table.
s/there are [a-z, -]+\. See/there are …. See/
