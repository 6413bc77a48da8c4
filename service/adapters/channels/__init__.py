"""Where reports go: one module for each kind of channel, behind ports.ChannelKind."""
