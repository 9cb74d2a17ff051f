package zhangfa.work.casefile;

import java.util.List;
import org.springframework.stereotype.Component;
import zhangfa.process.CaseFile;
import zhangfa.ui.RouteStep;
import zhangfa.ui.Timeline;

/** How a case came to where it is, and where it goes from here. */
@Component
class Story {

    private final Routes routes;
    private final Timelines timelines;

    Story(Routes routes, Timelines timelines) {
        this.routes = routes;
        this.timelines = timelines;
    }

    List<RouteStep> route(CaseFile file) {
        return routes.of(file);
    }

    Timeline timeline(CaseFile file) {
        return timelines.of(file);
    }
}
