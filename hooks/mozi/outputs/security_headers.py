"""Security headers, which say what a browser may do with the pages; the same for every host.

The policy (Content Security Policy Level 3) allows what the site brings itself and nothing else. No
page holds a script or style of its own, so that no hash, nonce or `unsafe-inline` is needed:
`tests/browser/test_policy.py` holds that in a browser, `tests/site/test_files.py` in the files.
WebAssembly is for the search (Pagefind); `data:` images are icons in the theme's styles.
"""

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}

POLICY = "; ".join(f"{directive} {sources}" for directive, sources in _POLICY.items())
"""The policy as it stands in every page, for hosts where no header can be set (GitHub Pages)."""

FRAMED_BY_NOBODY = "; frame-ancestors 'self'"
"""Behind the policy where a host can send it for all but the embeds; no page can say it itself."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), usb=()"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with everything."""
