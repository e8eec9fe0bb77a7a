import os

PLAIN = []
