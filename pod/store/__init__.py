"""Where rows, files and product data are kept."""
