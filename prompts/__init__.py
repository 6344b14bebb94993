"""From a brief to a prompt: styles as data, composed per model family, screened before anything is spent."""
