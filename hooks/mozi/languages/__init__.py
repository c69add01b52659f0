"""The site's languages: gettext catalogues, fallback, names, dates and numbers."""
