"""An example of every command, as its help shows it; a test runs each as it stands here.

They are about the business of README, with Cleo's appointment a1 and what is made on its way.
"""

from __future__ import annotations

EXAMPLES: dict[str, str] = {
    "workspace load": "lcdesk workspace load business.json",
    "workspace save": "lcdesk workspace save business.json",
    "backup create": "lcdesk backup create",
    "backup list": "lcdesk backup list --json",
    "backup restore": "lcdesk backup restore",
    "account add": "lcdesk account add --provider icloud --email ana@icloud.com --staff Ana "
    "--password-stdin < password.txt",
    "account list": "lcdesk account list",
    "account remove": "lcdesk account remove 1 --keep-blocks",
    "account password": "lcdesk account password 1 --password-stdin < password.txt",
    "linked list": "lcdesk linked list",
    "linked role": "lcdesk linked role 1 primary",
    "sync": "lcdesk sync --account 1",
    "agenda": "lcdesk agenda --from 2026-11-30 --to 2026-12-07 --staff Ana",
    "search": "lcdesk search cleo consult",
    "slots": "lcdesk slots --calendar Consultation --from 2026-11-30 --to 2026-12-01 --explain",
    "numbers": "lcdesk numbers --from 2026-11-01 --to 2026-12-01 --by calendar",
    "series list": "lcdesk series list --calendar Consultation",
    "series dates": "lcdesk series dates 1",
    "outbox": "lcdesk outbox",
    "activity": "lcdesk activity --from 2026-11-01 --search cleo",
    "activity undo": "lcdesk activity undo 8",
    "book": "lcdesk book --calendar Consultation --start 2026-12-01T10:00 "
    '--contact "Dana Fischer <dana@example.org>" --repeat "FREQ=WEEKLY;COUNT=3"',
    "move": "lcdesk move a1 --start 2026-11-30T11:00",
    "edit": "lcdesk edit a1 --staff Ben --notes 'Brings the papers'",
    "cancel": "lcdesk cancel a1",
    "status": "lcdesk status a1 showed",
    "undo": "lcdesk undo",
    "redo": "lcdesk redo",
    "block": "lcdesk block --staff Ana --start 2026-12-01T09:00 --end 2026-12-01T10:30 "
    "--title Errand",
    "unblock": "lcdesk unblock b1",
    "attention": "lcdesk attention",
    "attention resolve": "lcdesk attention resolve deleted-in-icloud-a2 keep",
    "attention export": "lcdesk attention export unreadable-e1 event.ics",
    "doctor": "lcdesk doctor",
    "export ics": "lcdesk export ics --from 2026-11-30 --to 2026-12-07 week.ics",
    "export all": "lcdesk export all everything.zip",
    "import ics": "lcdesk import ics holidays.ics --staff Ana",
    "import all": "lcdesk --data new-folder import all everything.zip",
    "contact import": "lcdesk contact import people.vcf --dry-run",
    "contact export": "lcdesk contact export people.csv",
    "timeoff list": "lcdesk timeoff list --all",
    "timeoff add": "lcdesk timeoff add --first 2026-12-24 --last 2026-12-31 --staff Ana "
    "--title Winter",
    "timeoff remove": "lcdesk timeoff remove 1",
    "waiting list": "lcdesk waiting list --calendar Consultation",
    "waiting add": 'lcdesk waiting add --calendar Consultation --contact "Eva Holm" '
    "--first 2026-12-01 --last 2026-12-11 --weekdays tue,fri --after 14:00",
    "waiting remove": "lcdesk waiting remove 1",
    "completion": "lcdesk completion bash",
}
