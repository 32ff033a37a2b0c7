"""Marketing automation and CRM held against each other: what corresponds, what differs, what stands alone."""

from mops_taxonomy.reconciling.changes import Held
from mops_taxonomy.reconciling.reconciliation import Reconciliation, reconciled

__all__ = ["Held", "Reconciliation", "reconciled"]
