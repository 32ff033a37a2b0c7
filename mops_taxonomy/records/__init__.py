"""What marketing automation and CRM hold: programs, campaigns, channels and member statuses.

A record is made from a name, or read out of a system's export (`mops_taxonomy.platforms`).
"""

from mops_taxonomy.records.campaign import Campaign
from mops_taxonomy.records.channel import Channel
from mops_taxonomy.records.member import Member
from mops_taxonomy.records.member_status import MemberStatus
from mops_taxonomy.records.message import MessageType
from mops_taxonomy.records.origin import Origin
from mops_taxonomy.records.program import Folder, PeriodCost, Program, ProgramType, Tag
from mops_taxonomy.records.record import Goal, Record

__all__ = [
    "Campaign",
    "Channel",
    "Folder",
    "Goal",
    "Member",
    "MemberStatus",
    "MessageType",
    "Origin",
    "PeriodCost",
    "Program",
    "ProgramType",
    "Record",
    "Tag",
]
