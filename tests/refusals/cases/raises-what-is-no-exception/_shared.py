raise BaseExceptionGroup("several", [KeyboardInterrupt()])
