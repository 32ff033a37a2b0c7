"""The laws are tried as long here as everywhere."""

from tests.property.conftest import _nothing_kept  # noqa: F401  importing it sets the profile, too
