"""A Hub of one's own: a local HTTPS server that answers as huggingface.co does.

`world` holds what it knows, `answers` what it says, `server` how that travels (and what goes
wrong on the way), `fixture` how tests get one.
"""
