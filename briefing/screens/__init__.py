"""One screen per question. A screen owns its state, fetches frozen values, shows a page."""
