"""One display list, its writers and its raster engines."""
