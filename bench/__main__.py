"""Everything there is to measure: `make bench`."""

from bench.captures import main

main()
