"""Words are type: shaping, fitting and layouts of lettering over wordless artwork."""
