"""What a start needs besides Qt, loaded before it.

PySide reads the source file of every module that is loaded after it, the standard library's
too, which costs more than loading the module. So these come first; none of them knows Qt.
"""

from __future__ import annotations

import handbook.app.audiences
import handbook.app.going_on
import handbook.app.home.presenter
import handbook.app.installed
import handbook.app.look.tokens
import handbook.app.services
import handbook.app.slips
import handbook.app.traces
import handbook.app.ways
import handbook.markup.first_page
import handbook.state.kept_row  # noqa: F401 - every name here is bound in `handbook`
