package zhangfa.register.schema;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the views of registers that are not there: a backup brings tables back, and no views. */
@Component
class MissingViews implements ApplicationRunner {

    private final Registers registers;
    private final Tables tables;

    MissingViews(Registers registers, Tables tables) {
        this.registers = registers;
        this.tables = tables;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        registers.all().stream().filter(register -> !tables.isShown(register)).forEach(tables::show);
    }
}
