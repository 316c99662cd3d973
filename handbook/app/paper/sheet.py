"""The measures of a sheet of A4.

They are in paper pixels: the reading text of the screen, 18 pixels high, is printed at 11 points.
"""

from __future__ import annotations

POINTS_PER_PIXEL = 11 / 18
MM = 72 / 25.4 / POINTS_PER_PIXEL
"""Paper pixels in a millimetre."""

WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 20 * MM, 22 * MM, 20 * MM, 27 * MM
"""The margins; the footer stands in the lower one."""
FOOTER_RISE = 15 * MM
"""From the lower edge of the sheet to the words of the footer."""

COLUMN = WIDTH - LEFT - RIGHT
"""What is written takes so much of the width, its gutter included."""
ROOM = HEIGHT - TOP - BOTTOM
"""And so much of the height."""
