package dev.faultline.query.team;

import dev.faultline.access.AccessBook;
import dev.faultline.access.AccessSettings;
import dev.faultline.access.ConfiguredKeys;
import dev.faultline.audit.AuditTrail;
import dev.faultline.query.access.AccessEditor;
import dev.faultline.query.access.KeyMint;
import dev.faultline.query.usage.KeyUses;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The REST API of a project's team.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TeamSettings.class)
public class TeamConfiguration {

    @Bean
    Team team(
            AccessBook book,
            ConfiguredKeys configured,
            KeyMint mint,
            AccessEditor editor,
            InstantSource clock) {
        return new Team(book, configured, mint, editor, clock);
    }

    @Bean
    InvitationMailer invitationMailer(TeamSettings settings) {
        return new InvitationMailer(settings.alertingUrl());
    }

    @Bean
    TeamController teamController(
            Team team,
            AccessBook book,
            KeyUses uses,
            InvitationMailer mailer,
            AccessSettings settings,
            AuditTrail audit,
            InstantSource clock) {
        return new TeamController(team, book, uses, mailer, settings.publicUrl(), audit, clock);
    }

    @Bean
    InvitationController invitationController(Team team, AuditTrail audit, InstantSource clock) {
        return new InvitationController(team, audit, clock);
    }
}
