"""Word reports from templates that officers can restyle."""
