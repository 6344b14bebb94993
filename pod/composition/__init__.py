"""Composition is measured: detectors, mending and cut-out, with findings in words."""
