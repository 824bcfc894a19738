"""The engine: look everything up once, run the rules, put the report together."""
