"""One module a command: what it prints and which exit code it ends with."""
