// The Chinese serif, cut into pieces by the letters used: the browser fetches only the pieces a page needs.
// Its list of pieces is long, so it is read after the first paint.

import '@fontsource/noto-serif-sc/400.css'
