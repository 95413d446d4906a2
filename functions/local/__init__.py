"""The product on one machine: an embedded AWS, the functions and the site. Never packaged."""
