"""The version of the package. The versions of content, schemas and models are kept apart."""

VERSION = "0.1.0"
