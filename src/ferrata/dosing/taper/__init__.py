"""From a declared course to the dose of each day, in pieces that real products have."""

from __future__ import annotations

from ferrata.dosing.taper.choose import chosen
from ferrata.dosing.taper.generate import Spread, Start, Stretch, Tapered, tapered

__all__ = ["Spread", "Start", "Stretch", "Tapered", "chosen", "tapered"]
