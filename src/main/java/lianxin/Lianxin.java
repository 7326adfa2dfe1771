package lianxin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole town in one process: every module, the pages and, unless told otherwise, the database. */
@SpringBootApplication
@EnableScheduling
@Modulithic(sharedModules = {"platform", "playbook"})
public class Lianxin {

    public static void main(String[] args) {
        SpringApplication.run(Lianxin.class, args);
    }
}
