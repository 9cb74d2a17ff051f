package zhangfa.rulebook.draft;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Documents that were read to become regulations, for programs. */
@RestController
@RequestMapping("/api/v1/rulebook/drafts")
class DraftApi {

    private final Drafts drafts;
    private final Intake intake;

    DraftApi(Drafts drafts, Intake intake) {
        this.drafts = drafts;
        this.intake = intake;
    }

    /** A draft. */
    record DraftShape(UUID id, String title, String fileName, boolean proposed, Instant createdAt) {

        static DraftShape of(Draft draft) {
            return new DraftShape(draft.id(), draft.title(), draft.fileName(), draft.isProposed(), draft.createdAt());
        }
    }

    /** A passage of the document and what it was taken for. */
    record PassageShape(UUID id, String kind, String number, String title, String text) {

        static PassageShape of(DraftPassage passage) {
            return new PassageShape(passage.id(), passage.word(), passage.number(), passage.title(), passage.text());
        }
    }

    /** The newest first, at most 200. */
    @GetMapping
    @May(Permission.RULEBOOK_MANAGE)
    Listing<DraftShape> list() {
        return new Listing<>(drafts.all(), null).map(DraftShape::of);
    }

    @PostMapping
    @May(Permission.RULEBOOK_MANAGE)
    @ResponseStatus(HttpStatus.CREATED)
    DraftShape take(@RequestParam MultipartFile file, Account who) throws IOException {
        return show(intake.take(file, who.id()));
    }

    @GetMapping("/{id}")
    @May(Permission.RULEBOOK_MANAGE)
    DraftShape show(@PathVariable UUID id) {
        return drafts.find(id).map(DraftShape::of).orElseThrow(Refusal::notThere);
    }

    @GetMapping("/{id}/passages")
    @May(Permission.RULEBOOK_MANAGE)
    Listing<PassageShape> passages(@PathVariable UUID id) {
        show(id);
        return new Listing<>(drafts.passages(id), null).map(PassageShape::of);
    }
}
