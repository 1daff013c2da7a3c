"""An agreement → blocks: the contract, the committee page, the citizen page."""
