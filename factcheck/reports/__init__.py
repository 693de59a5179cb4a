"""Reports: one document model (schema.py) and one module per output format, each with ``render(document, ...) -> str``."""
