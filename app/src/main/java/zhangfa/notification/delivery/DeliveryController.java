package zhangfa.notification.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import zhangfa.api.May;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** The delivery log, for whoever runs the installation. */
@Controller
@RequestMapping("/administration/deliveries")
class DeliveryController {

    private static final String HERE = "/administration/deliveries";

    private final Deliveries deliveries;

    DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    @May(Permission.SYSTEM_OPERATE)
    String index(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var chosen = Delivery.STATUSES.contains(status) ? status : null;
        var listing = deliveries.list(chosen, Window.of(null, after));
        var here = chosen == null ? HERE + "?" : HERE + "?status=" + chosen + "&";
        model.addAttribute("status", chosen);
        model.addAttribute("deliveries", listing.items());
        model.addAttribute("next", listing.next() == null ? null : here + "after=" + listing.next());
        return "notification/delivery/index";
    }

    @PostMapping("/{id}/retry")
    @May(Permission.SYSTEM_OPERATE)
    String retry(@PathVariable UUID id, Account who, RedirectAttributes next) {
        deliveries.retry(id, who);
        next.addFlashAttribute("flash", "{notification.delivery.retried}");
        return "redirect:" + HERE;
    }
}
