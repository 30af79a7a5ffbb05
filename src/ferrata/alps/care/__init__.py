"""What is watched, prevented and treated besides the cytopenias."""
