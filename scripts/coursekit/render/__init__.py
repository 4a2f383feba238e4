"""From the model to outputs: staged pages, the site, handouts."""
