package zhangfa.identity.signin;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import zhangfa.api.PlainText;
import zhangfa.identity.Accounts;
import zhangfa.identity.Permission;
import zhangfa.identity.Signed;
import zhangfa.identity.access.OpenPaths;
import zhangfa.identity.token.Tokens;

/** The chains: the API by token alone, pages by session with protection against forged forms. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private final Signed signed;
    private final OpenPaths open;

    SecurityConfiguration(Signed signed, OpenPaths open) {
        this.signed = signed;
        this.open = open;
    }

    /** Requests are measured as a whole; measuring each filter of ours costs more than most filters do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A character that the database cannot keep is refused before anybody reads it. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(PlainText::is);
        return firewall;
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, Tokens tokens, Accounts accounts, ApiRefusals refusals)
            throws Exception {
        return http.securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityHeaders.STRICT)
                .addFilterBefore(new BearerFilter(tokens, accounts), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(this::ours)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain documentationChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/swagger-ui/**", "/swagger-ui.html", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .headers(SecurityHeaders.DOCUMENTATION)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** What watches the system comes with a token, an operator with a session. */
    @Bean
    @Order(3)
    SecurityFilterChain operationsChain(HttpSecurity http, Tokens tokens, Accounts accounts, ApiRefusals refusals)
            throws Exception {
        return http.securityMatcher("/actuator/**")
                .headers(SecurityHeaders.STRICT)
                .addFilterBefore(new BearerFilter(tokens, accounts), AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .access((who, what) -> new AuthorizationDecision(signed.ifAny()
                                .filter(account -> account.may(Permission.SYSTEM_OPERATE))
                                .isPresent())))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageChain(HttpSecurity http, PageRefusals refusals, SignInOutcome outcome) throws Exception {
        return http.headers(SecurityHeaders.STRICT)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(
                        form -> form.loginPage("/login").successHandler(outcome).failureHandler(outcome))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/assets/**").permitAll();
                    ours(requests);
                })
                .build();
    }

    /** Signed in, unless the endpoint is open; what exactly one may is checked once the endpoint is known. */
    private void ours(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .access((who, what) ->
                        new AuthorizationDecision(signed.ifAny().isPresent() || open.include(what.getRequest())));
    }
}
