# -*- encoding: utf-8 -*-
# stub: a 1.2.3 ruby lib
