package org.carebench.jobs.service;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what: the token of the installation, or tokens of an OAuth2 issuer by their scopes. */
@Configuration(proxyBeanMethods = false)
class Access {

    static final String RUN = "SCOPE_jobs.run";
    static final String STOP = "SCOPE_jobs.stop";
    static final String READ = "SCOPE_jobs.read";

    @Bean
    SecurityFilterChain accessRules(
            HttpSecurity http,
            ObjectProvider<JwtDecoder> issuer,
            JsonMapper json,
            @Value("${CAREBENCH_SERVICE_TOKEN:}") String token)
            throws Exception {
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health", "/actuator/health/**", "/api/v1/openapi.json")
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/v1/jobs/*/executions")
                                .hasAuthority(RUN)
                                .requestMatchers(HttpMethod.POST, "/api/v1/executions/*/stop")
                                .hasAuthority(STOP)
                                .anyRequest()
                                .hasAuthority(READ))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, failure) -> unauthorized(request, response, json))
                        .accessDeniedHandler((request, response, failure) -> forbidden(request, response, json)));
        if (!token.isBlank()) {
            http.addFilterBefore(new BearerTokenFilter(new BearerToken(token.strip())), LogoutFilter.class);
        }
        if (issuer.getIfAvailable() != null) {
            http.oauth2ResourceServer(server -> server.jwt(jwt -> {})
                    .bearerTokenResolver(unlessKnown(new DefaultBearerTokenResolver()))
                    .authenticationEntryPoint((request, response, failure) -> unauthorized(request, response, json))
                    .accessDeniedHandler((request, response, failure) -> forbidden(request, response, json)));
        }
        return http.build();
    }

    /** The token of the installation is no token of the issuer, and need not be shown to it. */
    private static BearerTokenResolver unlessKnown(BearerTokenResolver resolver) {
        return new BearerTokenResolver() {
            @Override
            public @Nullable String resolve(HttpServletRequest request) {
                return SecurityContextHolder.getContext().getAuthentication() == null
                        ? resolver.resolve(request)
                        : null;
            }
        };
    }

    private static void unauthorized(HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                ProblemAnswers.problem(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorized",
                        "Not authorized",
                        "The request has no token, or one that is not valid here. Send Authorization: Bearer <token>."),
                request,
                response,
                json);
    }

    private static void forbidden(HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        write(
                ProblemAnswers.problem(
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "Not allowed",
                        "The token does not have the scope that this request takes: jobs.run to start, jobs.stop to stop,"
                                + " jobs.read to look."),
                request,
                response,
                json);
    }

    private static void write(
            ProblemDetail problem, HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
