"""What lies in the package besides code, which pyproject.toml alone cannot say.

The top-level ``templates`` folder becomes ``digest.templates``; naming one mapped folder in pyproject.toml
would mean listing every package there by hand.
"""

from setuptools import find_packages, setup

TEMPLATES = {
    "digest.templates": ("templates", ["*.j2"]),
    "digest.templates.parts": ("templates/parts", ["*.j2"]),
    "digest.templates.css": ("templates/css", ["*.css"]),
    "digest.templates.fonts": ("templates/fonts", ["*.ttf", "*.woff2", "*.txt"]),
}
DATA = {
    "digest": ["*.tsv"],
    "digest.cluster": ["*.tsv"],
    "digest.language": ["*.md", "model/**/*"],
}

setup(
    packages=[*find_packages(include=["digest*"]), *TEMPLATES],
    package_dir={package: folder for package, (folder, _) in TEMPLATES.items()},
    package_data=DATA | {package: files for package, (_, files) in TEMPLATES.items()},
)
