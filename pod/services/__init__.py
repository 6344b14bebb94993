"""The verbs: use cases, and the only code that changes state. In the order of the flow:

========================  ==============================================================================
`pictures.Pictures`       upload · check · preflight
`designs.Designs`         request_design · choose · edit · go_back · try_again · delete · views
`generation.Generation`   generate (job): prompt → ledger row → provider → checked and mended artwork
`repairing`               taken · went_without: the ladder that a bad picture climbs
`turnouts.Statistics`     turnouts: which styles and services draw what can be used
`preparation.Preparation` prepare (job): print files of all placements, preflight, proofs, in one visible set
`approving.Approvals`     approve · reject · send_back · take_back
`orders.Orders`           place · mark_paid · hold · release · hand_off · cancel
`aftercare.Claims`        report · hand_on · refund · reprint · refuse · reopen · views
`aftercare.Reprints`      reprint: the very same bytes again, as a new order
`intake.Intake`           hear · take_file · take_in (job) · poll (job)
`shopdesk.ShopDesk`       repair · leave · take_anew · views
`shopnews.ShopNewsDesk`   tell (job) · keep_private (job)
`routing.Routes`          choose · decide (job): which partner makes which line, and why
`handoff.HandOffs`        look_up · advance (job): prepared → sending, committed before the call
`mockups.Mockups`         ask · advance (job): a version as a partner draws it on its products
`partnernews.PartnerNews` hear: news of an order brings the next look at it forward
`messages.Telling`        tell (job): one outbox row for each that is to be told
`messages.Delivering`     deliver (job) · redeliver · choose · views
`messages.Reminders`      remind (job): of what is held
`audit.PartnerAudit`      compare (job): a partner's orders and ours, side by side
`freshness.Freshness`     ask_again · looked_at · freshen (job): what partners say of sizes, stock and prices
`callbacks.Callbacks`     hear: news of a task brings the next look at it forward
`queue.Queue`             parked jobs, and retrying one together with what it was for
`upkeep.Upkeep`           tidy (job): what has ended is put away
`showroom.Showroom`       pictures of the products, before there is a design
`accounts.Accounts`       sign_in · sign_out · add_user · add_api_key · caller_for_key
========================  ==============================================================================

Each verb takes a `Caller`, checks what that caller may do, and leaves a history row. Verbs speak values of
`pod.model`; they reach stores, files, clock, providers and partners through `pod.services.ports` only.
"""
