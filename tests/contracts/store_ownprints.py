"""What any store must do with print files for partners' own areas."""

from __future__ import annotations

from dataclasses import replace

from pod.model.artwork import FileRef
from pod.model.caller import Caller, Role
from pod.model.design import DesignState
from pod.model.geometry import Box, Size
from pod.model.ownarea import Departure, OwnApproval, OwnPrint
from pod.model.printfile import PrintFile
from pod.model.proof import ApprovalRole
from tests.contracts.store_contract import OPERATOR, a_design, a_version

JOB = Caller("main", "job:own_prints", Role.SYSTEM)


def an_own_print(version_id, own_id="o1", area_sha256="b" * 64, prep_version="5"):
    file = FileRef(own_id.ljust(64, "c"), 12, "image/png")
    made = PrintFile(
        "f" + own_id,
        version_id,
        "front",
        "png",
        file,
        10,
        10,
        Size(25.4, 25.4),
        0.0,
        Box(1, 2, 3.5, 4),
        300,
        300,
        "srgb",
        "5",
    )
    return OwnPrint(
        own_id, version_id, "printify", ("S", "M"), "front", area_sha256, Size(25.4, 25.4), "d" * 64, "e" * 64,
        prep_version, Departure(-0.25, 12.5, 0.0, 0.001), (made,), replace(file, sha256=own_id.ljust(64, "d")), None,
    )  # fmt: skip


class OwnPrintsContract:
    def _version(self, store):
        design = a_design()
        version = a_version(design)
        with store.writing() as tx:
            tx.designs.add(design)
            tx.designs.add_version("main", version)
        return design, version

    def test_own_prints_come_back_as_they_were_and_to_their_tenant_only(self, store):
        _, version = self._version(store)
        own = an_own_print(version.id)
        with store.writing() as tx:
            tx.own_prints.add(JOB, [own])
        with store.reading() as tx:
            assert list(tx.own_prints.of("main", version.id)) == [own]
            assert list(tx.own_prints.of("others", version.id)) == []

    def test_the_first_own_print_of_an_area_stays_until_preparation_is_another(self, store):
        _, version = self._version(store)
        first, again, later = (
            an_own_print(version.id, n, prep_version=v) for n, v in (("o1", "5"), ("o2", "5"), ("o3", "6"))
        )
        with store.writing() as tx:
            tx.own_prints.add(JOB, [first, again])
            tx.own_prints.add(JOB, [later])
        with store.reading() as tx:
            assert [o.id for o in tx.own_prints.of("main", version.id)] == ["o1", "o3"]

    def test_a_page_that_shows_the_design_learns_of_an_own_print_and_of_a_yes_to_it_once(self, store):
        design, version = self._version(store)
        own = an_own_print(version.id)
        yes = OwnApproval(version.id, ApprovalRole.SHOPPER, own.id, own.hashes)
        seen = []
        for change in (
            lambda tx: tx.own_prints.add(JOB, [own]),
            lambda tx: tx.own_prints.add(JOB, [own]),
            lambda tx: tx.own_prints.approve(OPERATOR, yes),
            lambda tx: tx.own_prints.approve(OPERATOR, yes),
        ):
            with store.writing() as tx:
                before = tx.designs.get("main", design.id).revision
                change(tx)
                seen.append(tx.designs.get("main", design.id).revision - before)
        assert seen == [1, 0, 1, 0]
        with store.reading() as tx:
            assert list(tx.own_prints.approvals("main", version.id)) == [yes]
            assert list(tx.own_prints.approvals("others", version.id)) == []

    def test_files_of_own_prints_are_in_use_until_their_design_is_put_away(self, store):
        design, version = self._version(store)
        own = an_own_print(version.id)
        with store.writing() as tx:
            tx.own_prints.add(JOB, [own])
        keys = {own.files[0].file.key, own.proof.key}
        with store.reading() as tx:
            assert keys <= tx.designs.files_in_use()
        with store.writing() as tx:
            tx.designs.move(tx.designs.get("main", design.id), DesignState.ARCHIVED, OPERATOR)
        with store.reading() as tx:
            assert not keys & tx.designs.files_in_use()

    def test_a_version_waits_for_a_role_until_every_far_own_print_has_its_yes(self, store):
        _, version = self._version(store)
        far, near = (an_own_print(version.id, n, n * 32) for n in ("o1", "o2"))
        near = replace(near, departure=Departure(-0.01, 1.0, 0.0))
        with store.writing() as tx:
            tx.own_prints.add(JOB, [far, near])
        for waiting in ({version.id}, set()):
            with store.writing() as tx:
                assert tx.own_prints.without_yes("main", [version.id], ApprovalRole.SHOP) == waiting
                assert tx.own_prints.without_yes("others", [version.id], ApprovalRole.SHOP) == set()
                tx.own_prints.approve(OPERATOR, OwnApproval(version.id, ApprovalRole.SHOP, far.id, far.hashes))
