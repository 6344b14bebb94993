"""Reading a page that somebody made: opened with care, its content as a list of marks, and the rules that it is held to.

`opening` is the door for foreign PDF, `content` reads what is painted where, in which of the `spaces`; `boxes`, `painted`,
`document` and `pdfx` are tables of rules over that, the last over what the page says of itself (`claim`).
"""
