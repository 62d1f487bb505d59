"""The site on this machine while somebody works on its data: what was saved, what pages are told, and a small server.

MkDocs' own live server is not used: it looks for changes every half a second, makes every request wait while a build
runs, answers whatever host it is called by, and puts a script into the page that our policy forbids.

Modules from the top: server; board, watch.
"""
