"""Puts the top-level ``templates`` folder into the package, which pyproject.toml alone cannot say.

Naming one mapped folder in pyproject.toml would mean listing every package there by hand.
"""

from setuptools import find_packages, setup

TEMPLATES = {
    "digest.templates": ("templates", ["*.j2"]),
    "digest.templates.parts": ("templates/parts", ["*.j2"]),
    "digest.templates.css": ("templates/css", ["*.css"]),
    "digest.templates.fonts": ("templates/fonts", ["*.ttf", "*.woff2", "*.txt"]),
}

setup(
    packages=[*find_packages(include=["digest*"]), *TEMPLATES],
    package_dir={package: folder for package, (folder, _) in TEMPLATES.items()},
    package_data={package: files for package, (_, files) in TEMPLATES.items()},
)
