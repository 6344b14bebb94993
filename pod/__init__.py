"""Pod: a self-hosted print-on-demand design service. It refuses to print a surprise.

Read in this order: ``tests/journeys/test_design_to_shipment.py``, ``pod.services``, ``pod.printprep``,
``fulfillment.base``, ``pod.bootstrap``. The layers are drawn in ``docs/architecture.md``.
"""

__version__ = "0.1.0"
