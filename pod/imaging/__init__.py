"""The one door for foreign bytes, colour, resampling and the PNG writer."""
