"""How a CPR number is found, and covered before anybody sees it: the only place that knows."""
